//! Table `forked_command`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "forked_command")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub command_hash: Vec<u8>,
    pub command_id: Uuid,
    pub device_id: Uuid,
    pub device_number: i64,
    pub bytes: Vec<u8>,
    pub received_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
